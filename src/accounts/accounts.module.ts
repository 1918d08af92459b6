import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource } from '../core/access/actor-source';
import { DirectoryModule } from '../directory/directory.module';
import { AccountsReactions } from './accounts.reactions';
import { Actors } from './actors.service';
import { MailLinks } from './mail-links.service';
import { OutboxPages } from './outbox.pages';
import { PasswordChanges } from './passwords/password-changes.service';
import { Passwords } from './passwords/passwords.service';
import { PasswordPages } from './passwords/passwords.pages';
import { People } from './people.service';
import { Person } from './person.entity';
import { MeController } from './profile/me.controller';
import { ProfilePages } from './profile/profile.pages';
import { Profiles } from './profile/profiles.service';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsPages } from './sessions/sessions.pages';
import { Sessions } from './sessions/sessions.service';
import { StandingSockets } from './sessions/standing-sockets.service';
import { Credentials } from './sign-in/credentials.service';
import { Demonstration } from './sign-in/demonstration.service';
import { PasswordStrategy } from './sign-in/password.strategy';
import { SessionController } from './sign-in/session.controller';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { SignInPages } from './sign-in/sign-in.pages';
import { SignIns } from './sign-in/sign-ins.service';
import { Admissions } from './sign-up/admissions.service';
import { SignUpPages } from './sign-up/sign-up.pages';
import { SignUps } from './sign-up/sign-ups.service';
import { ApiTokensController } from './tokens/api-tokens.controller';
import { ApiTokensPages } from './tokens/api-tokens.pages';
import { ApiTokens } from './tokens/api-tokens.service';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person]), DirectoryModule],
  controllers: [
    SignInPages,
    SignUpPages,
    PasswordPages,
    ProfilePages,
    SessionsPages,
    ApiTokensPages,
    OutboxPages,
    SessionController,
    MeController,
    SessionsController,
    ApiTokensController,
  ],
  providers: [
    { provide: ActorSource, useExisting: Actors },
    AccountsReactions,
    Actors,
    Admissions,
    ApiTokens,
    Credentials,
    Demonstration,
    MailLinks,
    PasswordChanges,
    PasswordStrategy,
    Passwords,
    People,
    Profiles,
    Sessions,
    SignInAttempts,
    SignIns,
    SignUps,
    StandingSockets,
  ],
  exports: [ActorSource, Actors, Admissions, People, SignIns],
})
export class AccountsModule {}
