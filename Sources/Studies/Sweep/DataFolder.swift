import Neurovariety
import PlatformBasics
import Training

/// A folder in which each file of numbers is a data set, see ``DataSet``.
///
/// Files are told by how their names end; others, and those whose names begin with a point, are left out. Names are ordered by
/// their bytes, the same everywhere.
package struct DataFolder: Sendable {
    package struct Entry: Sendable {
        package let problem: SweepProblem
        let path: String
        /// Rows of X.
        let samples: Int
        /// Over how many problems it is approached; 0 where there is no problem.
        let legs: Int
    }

    package let entries: [Entry]
    /// Of each problem, its place among them.
    private let places: [SweepProblem: Int]
    /// The names of what else is there.
    package let leftOut: [String]
    /// Numbers in a row of X, and in one of Y, of every data set.
    package let inputs: Int
    package let outputs: Int

    /// Reads all files, before any of them is searched.
    ///
    /// - Parameter lastStride: of the last layer.
    /// - Throws: ``DataError`` for what cannot be read, and where shapes do not fit.
    package init(
        path: String, _ architecture: Architecture, lastStride: Int, progress: (Double) -> Void = { _ in }
    ) throws(DataError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .cannotRead(file: path, reason: Self.reason(path))
        }
        let visible = names.filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let isData = visible.map { name in
            DataSet.endings.contains { name.lowercased().hasSuffix(".\($0)") }
                && Self.mayBeFile("\(path)/\(name)")
        }
        leftOut = zip(visible, isData).filter { !$0.1 }.map(\.0)
        let chosen = zip(visible, isData).filter(\.1).map(\.0)
        guard !chosen.isEmpty else { throw .noDataSets(folder: path) }
        var entries: [Entry] = []
        var first: (path: String, shape: [Int])?
        for (index, name) in chosen.enumerated() {
            progress(Double(index) / Double(chosen.count))
            let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            let set = try DataSet(
                path: file, filterSize: architecture.endToEndFilterSize,
                stride: Self.stride(architecture, lastStride: lastStride))
            let shape = [set.inputs.columnCount, set.outputs.columnCount]
            if let first, first.shape != shape {
                throw .otherShape(file: file, shape, first: first.path, first.shape)
            }
            first = first ?? (file, shape)
            let problem = try? TrainingProblem(
                architecture, inputs: set.inputs, outputs: set.outputs, lastStride: lastStride)
            entries.append(
                Entry(
                    problem: .dataSet(name: name, hash: set.contentHash), path: file,
                    samples: set.inputs.rowCount, legs: problem?.legCount ?? 0))
        }
        self.entries = entries
        places = Dictionary(uniqueKeysWithValues: zip(entries.map(\.problem), entries.indices))
        (inputs, outputs) = (first?.shape[0] ?? 0, first?.shape[1] ?? 0)
    }

    subscript(problem: SweepProblem) -> Entry? { places[problem].map { entries[$0] } }

    /// Of the whole network.
    static func stride(_ architecture: Architecture, lastStride: Int) -> Int {
        (architecture.strideProducts.last ?? 1) * lastStride
    }

    /// No folder, and no pipe that nobody writes to; a link that leads nowhere is told when it is read.
    private static func mayBeFile(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) != 0 || information.st_mode & S_IFMT == S_IFREG
    }

    /// Names of files with the same numbers, where there are several.
    package var repeated: [[String]] {
        let groups = Dictionary(grouping: entries) { entry in
            if case .dataSet(_, let hash) = entry.problem { hash } else { "" }
        }
        return groups.values.filter { $0.count > 1 }.map { $0.map(\.problem.description) }.sorted {
            $0[0] < $1[0]
        }
    }

    /// What the system says of a folder.
    private static func reason(_ path: String) -> String {
        guard let folder = opendir(path) else { return "\(SystemError())" }
        closedir(folder)
        return "it cannot be listed"
    }
}
