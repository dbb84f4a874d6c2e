import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

/// The multiplicity of a neurovariety along its strata against the number of networks of filters on them.
@Suite struct StratumNetworksTests {
    @Test func multiplicities() throws {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for (sizes, strides) in [
            ([7, 2], [2]), ([7, 3], [3]), ([7, 3, 2], [2, 2]), ([5, 3, 3], [2, 3]),
            ([3, 2, 2, 2], [2, 2, 2]),
            ([2, 4, 3], [1, 2]),
        ] {
            let architecture = try RandomChains.chain(sizes, strides)
            let strata = try SingularStrata(architecture).strata
            #expect(strata.count > 1)
            for stratum in strata {
                let layers = stratum.architecture.filterSizes.map { size in
                    (0..<size).map { _ in Int.random(in: 1...1_000_000, using: &generator) }
                }
                let filter = LayerProducts.filter(layers, stratum.architecture)
                let found = try FilterFactorization(filter, architecture, mostListed: 0)
                guard case .inside(let networks) = found.answer else {
                    Issue.record("seed \(seed): \(architecture) has no layers on \(stratum.architecture)")
                    continue
                }
                #expect(
                    networks.counts?.complex == stratum.multiplicity,
                    "seed \(seed): \(architecture) on \(stratum.architecture)")
            }
        }
    }
}
