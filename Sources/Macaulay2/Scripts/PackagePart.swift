/// A file of the Macaulay2 package, `m2/LinearConvolutionalNetworks/code`, which scripts embed as it stands.
enum PackagePart: CaseIterable, Sendable {
    case networks, parametrization, resultants, ideals, nonfaces, certificates, training, native

    /// Those that it uses itself.
    private var uses: [PackagePart] {
        switch self {
        case .networks: return []
        case .parametrization, .resultants: return [.networks]
        case .ideals: return [.resultants]
        case .nonfaces: return [.ideals]
        case .certificates: return [.parametrization, .nonfaces]
        case .training: return [.parametrization]
        case .native: return [.networks]
        }
    }

    private var bytes: [UInt8] {
        switch self {
        case .networks: return PackageResources.networks_m2
        case .parametrization: return PackageResources.parametrization_m2
        case .resultants: return PackageResources.resultants_m2
        case .ideals: return PackageResources.ideals_m2
        case .nonfaces: return PackageResources.nonfaces_m2
        case .certificates: return PackageResources.certificates_m2
        case .training: return PackageResources.training_m2
        case .native: return PackageResources.native_m2
        }
    }

    /// These and all that they use, each after what it uses.
    static func closure(of parts: [PackagePart]) -> [PackagePart] {
        func all(_ part: PackagePart) -> Set<PackagePart> {
            part.uses.reduce(into: [part]) { $0.formUnion(all($1)) }
        }
        let needed = parts.reduce(into: Set<PackagePart>()) { $0.formUnion(all($1)) }
        return allCases.filter(needed.contains)
    }

    /// As a part of a script.
    var scriptPart: ScriptPart {
        let rule = String(repeating: "-", count: 77)
        return ScriptPart("package", Array("\n\(rule)\n".utf8) + bytes)
    }
}
