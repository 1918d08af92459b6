import { data } from './room/data';
import { livingNews } from './room/elsewhere';
import { liveRoom, livingRooms } from './room/lists';
import { writeOnPage } from './room/opening';
import { liveThread } from './room/thread';

/** Rooms, live. Everything works without it too (DESIGN §6.4, docs/realtime.md). */
if (data.kind === 'thread') liveThread();
if (data.kind === 'room') liveRoom();
if (data.kind === 'rooms') livingRooms();
if (data.kind === 'writing') writeOnPage();
if (data.kind === 'news') livingNews();
