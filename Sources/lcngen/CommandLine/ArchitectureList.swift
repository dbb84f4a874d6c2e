import Neurovariety
import Studies
import Training

/// Architectures in a text, one a line, `5,5;3` or `5,5 3`; `#` begins a comment.
enum ArchitectureList {
    /// - Parameter path: `-` is standard input.
    static func grid(path: String) throws(CommandFailure) -> ArchitectureGrid {
        let name = InputFile.name(path)
        var found: [Architecture] = []
        for (index, line) in try InputFile.text(path: path).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let parts = line.prefix { $0 != "#" }.filter { !"()\u{FEFF}".contains($0) }
                .split { $0 == ";" || $0.isWhitespace }
            guard !parts.isEmpty else { continue }
            guard let architecture = architecture(parts) else {
                let shown = VisibleText.of(String(line.prefix(40)))
                throw CommandFailure(
                    .badInput, "\(name), line \(index + 1): '\(shown)' is no architecture such as 5,5;3")
            }
            found.append(architecture)
        }
        guard !found.isEmpty else { throw CommandFailure(.badInput, "\(name) has no architectures") }
        return ArchitectureGrid(found)
    }

    private static func architecture(_ parts: [Substring]) -> Architecture? {
        let numbers = parts.map { part in
            part.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        }
        guard parts.count <= 2, numbers.allSatisfy({ !$0.contains(nil) }) else { return nil }
        return try? Architecture(
            filterSizes: numbers[0].compactMap(\.self),
            strides: numbers.count == 2 ? numbers[1].compactMap(\.self) : [])
    }
}
