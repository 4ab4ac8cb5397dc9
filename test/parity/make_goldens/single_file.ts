// Prints the tensor names of full-size LDM checkpoints as JSON, for the golden script beside it.
import { sd15, sd21, sdxl, sdxlRefiner } from '../../fixtures/architectures.ts';
import { ldmShapes } from '../../fixtures/ldm-shapes.ts';

const names = Object.fromEntries(
	Object.entries({ sd15, sd21, sdxl, 'sdxl-refiner': sdxlRefiner }).map(([name, each]) => [
		name,
		[...ldmShapes(each).keys()],
	]),
);
process.stdout.write(JSON.stringify(names));
