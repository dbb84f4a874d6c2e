/// One of the training problems of a sweep.
package enum SweepProblem: Hashable, Sendable {
    /// Random data, of this seed, which is that of the paths too.
    case seed(UInt64)
    /// A file of a folder, by its name there, with the hash of its numbers.
    case dataSet(name: String, hash: String)

    /// What tells it from the others of its sweep: a file may not have changed, and two may have the same numbers.
    package enum Key: Hashable, Sendable {
        case seed(UInt64)
        case file(String)
    }

    package var key: Key {
        switch self {
        case .seed(let seed): .seed(seed)
        case .dataSet(let name, _): .file(name)
        }
    }
}

extension SweepProblem: CustomStringConvertible {
    /// `seed 7`, or the name of the file.
    package var description: String {
        switch self {
        case .seed(let seed): "seed \(seed)"
        case .dataSet(let name, _): name
        }
    }
}

/// Seeds by size, then files by the bytes of their names.
extension SweepProblem: Comparable {
    package static func < (left: SweepProblem, right: SweepProblem) -> Bool {
        switch (left, right) {
        case (.seed(let one), .seed(let two)): one < two
        case (.seed, .dataSet): true
        case (.dataSet, .seed): false
        case (.dataSet(let one, _), .dataSet(let two, _)):
            one.utf8.lexicographicallyPrecedes(two.utf8)
        }
    }
}

/// As an object with `seed`, or with `file` and `contentHash`.
extension SweepProblem: Codable {
    private enum CodingKeys: String, CodingKey {
        case seed, file, contentHash
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let seed = try container.decodeIfPresent(UInt64.self, forKey: .seed) {
            self = .seed(seed)
        } else {
            self = .dataSet(
                name: try container.decode(String.self, forKey: .file),
                hash: try container.decode(String.self, forKey: .contentHash))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .seed(let seed): try container.encode(seed, forKey: .seed)
        case .dataSet(let name, let hash):
            try container.encode(name, forKey: .file)
            try container.encode(hash, forKey: .contentHash)
        }
    }
}
