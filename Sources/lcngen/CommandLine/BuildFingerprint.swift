/// Tells one build of this program from another, though both say the same version: by its file.
enum BuildFingerprint {
    static var text: String { (try? RunningProgram.bytes()).map(Fingerprint.of) ?? "unknown" }
}
