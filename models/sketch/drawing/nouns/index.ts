/** Every noun Sketch can draw; a new one is one entry in one of these lists. */
import { bakeryAndDairy } from './bakery-and-dairy.ts';
import { bugs } from './bugs.ts';
import { craft } from './craft.ts';
import { creatures } from './creatures.ts';
import { devices } from './devices.ts';
import { drinksAndDishes } from './drinks-and-dishes.ts';
import { farmAnimals } from './farm-animals.ts';
import { folk } from './folk.ts';
import { fruits } from './fruits.ts';
import { furniture } from './furniture.ts';
import { heroes } from './heroes.ts';
import { household } from './household.ts';
import { housesAndTowers } from './houses-and-towers.ts';
import type { Noun } from './noun.ts';
import { office } from './office.ts';
import { petsAndBears } from './pets-and-bears.ts';
import { prizesAndGoods } from './prizes-and-goods.ts';
import { roadAndRail } from './road-and-rail.ts';
import { seaAnimals } from './sea-animals.ts';
import { shapes } from './shapes.ts';
import { skyAndLand } from './sky-and-land.ts';
import { snacksAndSweets } from './snacks-and-sweets.ts';
import { structures } from './structures.ts';
import { symbols } from './symbols.ts';
import { tools } from './tools.ts';
import { travelGear } from './travel-gear.ts';
import { treasures } from './treasures.ts';
import { treesAndFlowers } from './trees-and-flowers.ts';
import { vegetables } from './vegetables.ts';
import { weapons } from './weapons.ts';
import { wheelsAndRunners } from './wheels-and-runners.ts';
import { wildAnimals } from './wild-animals.ts';
import { wingedAnimals } from './winged-animals.ts';
import { woodsAndFields } from './woods-and-fields.ts';

export type { Noun } from './noun.ts';

/** The order is part of every picture: a noun is drawn by its place in it. */
export const nouns: readonly Noun[] = [
	...shapes,
	...symbols,
	...treasures,
	...travelGear,
	...prizesAndGoods,
	...weapons,
	...tools,
	...devices,
	...office,
	...bakeryAndDairy,
	...snacksAndSweets,
	...drinksAndDishes,
	...fruits,
	...vegetables,
	...treesAndFlowers,
	...woodsAndFields,
	...petsAndBears,
	...farmAnimals,
	...wildAnimals,
	...seaAnimals,
	...wingedAnimals,
	...bugs,
	...creatures,
	...heroes,
	...folk,
	...housesAndTowers,
	...structures,
	...furniture,
	...household,
	...roadAndRail,
	...craft,
	...wheelsAndRunners,
	...skyAndLand,
];
