/** Every noun Sketch can draw; a new one is one entry in one of these lists. */
import { animals } from './animals.ts';
import { buildings } from './buildings.ts';
import { creatures } from './creatures.ts';
import { devices } from './devices.ts';
import { fruits } from './fruits.ts';
import { furniture } from './furniture.ts';
import { meals } from './meals.ts';
import type { Noun } from './noun.ts';
import { office } from './office.ts';
import { people } from './people.ts';
import { pickups } from './pickups.ts';
import { plants } from './plants.ts';
import { skyAndLand } from './sky-and-land.ts';
import { symbols } from './symbols.ts';
import { tools } from './tools.ts';
import { vehicles } from './vehicles.ts';
import { waterAndAir } from './water-and-air.ts';
import { weapons } from './weapons.ts';

export type { Noun } from './noun.ts';

export const nouns: readonly Noun[] = [
	...symbols,
	...pickups,
	...weapons,
	...tools,
	...devices,
	...office,
	...meals,
	...fruits,
	...plants,
	...animals,
	...waterAndAir,
	...creatures,
	...people,
	...buildings,
	...furniture,
	...vehicles,
	...skyAndLand,
];
