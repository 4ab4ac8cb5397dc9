// Where the functions that Limn calls stand in ONNX Runtime's `struct OrtApi`, and how each is called.

/** The C API version the table was read for; the struct is append-only, so newer runtimes keep these slots. */
export const apiVersion = 30;

/** `status`: returns OrtStatus*, NULL is success. `void`: returns nothing. `text`: returns a UTF-8 string. `int`: an int. */
type Returns = 'status' | 'void' | 'text' | 'int';

/** p = pointer, i = int, z = size_t, t = UTF-8 text. */
export type Slot = readonly [slot: number, returns: Returns, parameters: string];

/** A function pointer's slot is its offset in the struct divided by the size of a pointer. */
export const slots = {
	GetErrorCode: [1, 'int', 'p'],
	GetErrorMessage: [2, 'text', 'p'],
	CreateEnv: [3, 'status', 'itp'],
	CreateSessionFromArray: [8, 'status', 'ppzpp'],
	Run: [9, 'status', 'ppppzpzp'],
	CreateSessionOptions: [10, 'status', 'p'],
	SetSessionExecutionMode: [13, 'status', 'pi'],
	EnableMemPattern: [16, 'status', 'p'],
	DisableMemPattern: [17, 'status', 'p'],
	EnableCpuMemArena: [18, 'status', 'p'],
	DisableCpuMemArena: [19, 'status', 'p'],
	SetSessionGraphOptimizationLevel: [23, 'status', 'pi'],
	SetIntraOpNumThreads: [24, 'status', 'pi'],
	SessionGetInputCount: [30, 'status', 'pp'],
	SessionGetOutputCount: [31, 'status', 'pp'],
	SessionGetInputTypeInfo: [33, 'status', 'pzp'],
	SessionGetOutputTypeInfo: [34, 'status', 'pzp'],
	SessionGetInputName: [36, 'status', 'pzpp'],
	SessionGetOutputName: [37, 'status', 'pzpp'],
	CreateRunOptions: [39, 'status', 'p'],
	RunOptionsSetTerminate: [46, 'status', 'p'],
	CreateTensorWithDataAsOrtValue: [49, 'status', 'ppzpzip'],
	GetTensorMutableData: [51, 'status', 'pp'],
	CastTypeInfoToTensorInfo: [55, 'status', 'pp'],
	GetTensorElementType: [60, 'status', 'pp'],
	GetDimensionsCount: [61, 'status', 'pp'],
	GetDimensions: [62, 'status', 'ppz'],
	GetTensorTypeAndShape: [65, 'status', 'pp'],
	CreateCpuMemoryInfo: [69, 'status', 'iip'],
	AllocatorFree: [76, 'status', 'pp'],
	GetAllocatorWithDefaultOptions: [78, 'status', 'p'],
	ReleaseEnv: [92, 'void', 'p'],
	ReleaseStatus: [93, 'void', 'p'],
	ReleaseMemoryInfo: [94, 'void', 'p'],
	ReleaseSession: [95, 'void', 'p'],
	ReleaseValue: [96, 'void', 'p'],
	ReleaseRunOptions: [97, 'void', 'p'],
	ReleaseTypeInfo: [98, 'void', 'p'],
	ReleaseTensorTypeAndShapeInfo: [99, 'void', 'p'],
	ReleaseSessionOptions: [100, 'void', 'p'],
	AddSessionConfigEntry: [130, 'status', 'ptt'],
	AddRunConfigEntry: [165, 'status', 'ptt'],
	SessionOptionsAppendExecutionProvider_CUDA_V2: [204, 'status', 'pp'],
	CreateCUDAProviderOptions: [205, 'status', 'p'],
	UpdateCUDAProviderOptions: [206, 'status', 'pppz'],
	ReleaseCUDAProviderOptions: [208, 'void', 'p'],
	SessionOptionsAppendExecutionProvider: [216, 'status', 'ptppz'],
	GetBuildInfoString: [254, 'text', ''],
	GetMemPatternEnabled: [419, 'status', 'pp'],
	GetSessionExecutionMode: [420, 'status', 'pp'],
} as const satisfies Record<string, Slot>;

export type Name = keyof typeof slots;
export type Slots = Readonly<Record<Name, Slot>>;
