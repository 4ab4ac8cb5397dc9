// The dialect a graph is written in: the one place where devices may ask for different operators.

/** What a builder may use. Edges are float32 in every dialect. */
export interface Dialect {
	/** Uses com.microsoft's MultiHeadAttention and QuickGelu; otherwise standard ONNX operators only. */
	readonly fused: boolean;
	/** The type of the arithmetic inside. Stored weights of another type are cast, once, when the session loads. */
	readonly compute: 'float32' | 'float16';
}

/** Fastest on a CPU: attention without the scores' matrix, float32 throughout. */
export const fusedDialect: Dialect = { fused: true, compute: 'float32' };

/** Standard operators only: for runtimes whose fused kernels are missing or fail the self-test. */
export const plainDialect: Dialect = { fused: false, compute: 'float32' };
