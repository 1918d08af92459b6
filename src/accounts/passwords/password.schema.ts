import { z } from 'zod';
import { email } from '../../core/http/text.schema';
import { givenPassword, newPassword } from '../person.schema';

export const forgottenForm = z.strictObject({ email });
export const resetForm = z.strictObject({ password: newPassword });
export const changeForm = z.strictObject({ currentPassword: givenPassword, password: newPassword });

export type PasswordChange = z.output<typeof changeForm>;
