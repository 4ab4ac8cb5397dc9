// How every session is set up, whichever engine opens it.

/** Session configuration entries by the names of onnxruntime_session_options_config_keys.h. */
export type SessionConfig = Readonly<Record<string, string>>;

/** Makes a graph fail to load when any of its nodes would run on the processor instead of the device. */
export const deviceOnly: SessionConfig = { 'session.disable_cpu_ep_fallback': '1' };

/** The entries for a network whose weights lie in `directory`. */
export function configFor(directory: string): SessionConfig {
	return {
		'session.model_external_initializers_file_folder_path': directory,
		// Spinning threads gain little on an idle machine and cost several times the run on a busy one.
		'session.intra_op.allow_spinning': '0',
		'session.inter_op.allow_spinning': '0',
	};
}
