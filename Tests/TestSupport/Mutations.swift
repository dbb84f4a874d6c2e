import ExactAlgebra
import Foundation

/// Inputs made from good ones by random damage, to be read without a crash, a hang or much memory.
///
/// `LCNGEN_FUZZ` says how many a test takes; the seed is printed where one fails.
package struct Mutations {
    package let seed: UInt64
    private var generator: SplitMix
    private let samples: [[UInt8]]

    package static let count = Int(ProcessInfo.processInfo.environment["LCNGEN_FUZZ"] ?? "") ?? 2_000

    package init(_ samples: [[UInt8]]) {
        seed = UInt64(Date().timeIntervalSince1970 * 1_000)
        generator = SplitMix(seed: seed)
        self.samples = samples
    }

    package mutating func next() -> [UInt8] {
        var bytes = samples[Int.random(in: samples.indices, using: &generator)]
        // A window keeps inputs short and puts the damage where structure is.
        if bytes.count > 600 {
            let start = Int.random(in: 0..<(bytes.count - 500), using: &generator)
            bytes = Array(bytes[start..<(start + 500)])
        }
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<7, using: &generator) {
            case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1 where !bytes.isEmpty: bytes.remove(at: place)
            case 2:
                bytes.insert(Array("{}(),\"-@\n.e9".utf8).randomElement(using: &generator) ?? 0, at: place)
            case 3: bytes.removeLast(bytes.count - place)
            case 4 where !bytes.isEmpty:
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 5:
                bytes.insert(
                    contentsOf: [UInt8](
                        repeating: UInt8(ascii: "{"), count: Int.random(in: 1...300, using: &generator)),
                    at: place)
            default: bytes.insert(contentsOf: Array("99999999999999999999999".utf8), at: place)
            }
        }
        return bytes
    }
}
