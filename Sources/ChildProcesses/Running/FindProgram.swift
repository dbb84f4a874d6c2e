import PlatformBasics

/// The path of a program: as given if it has a slash, else the first of that name along `PATH`.
/// - Throws: ``ProcessError/absent(_:)``, ``ProcessError/unusable(path:reason:)``.
package func findProgram(
    _ name: String, _ environment: [String: String]
) throws(ProcessError) -> String {
    if name.contains("/") {
        let path = URL(fileURLWithPath: name).path
        try checkExecutable(path, shown: name)
        return path
    }
    guard !name.isEmpty else { throw .absent("an empty name") }
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
        let path = "\(folder)/\(name)"
        if isExecutableFile(path) { return path }
    }
    throw .absent("\(name) is not on PATH")
}

private func isExecutableFile(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
}

private func checkExecutable(_ path: String, shown: String) throws(ProcessError) {
    var information = stat()
    guard stat(path, &information) == 0 else { throw .absent("\(shown) does not exist") }
    guard information.st_mode & S_IFMT != S_IFDIR else {
        throw .unusable(path: shown, reason: "it is a folder")
    }
    guard isExecutableFile(path) else { throw .unusable(path: shown, reason: "it is not executable") }
}
