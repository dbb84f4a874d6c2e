/// The architecture of a linear convolutional network: filter sizes and strides.
///
/// A network of `L` layers has filter sizes `k = (k_1, …, k_L)` and strides
/// `s = (s_1, …, s_{L-1})`. The paper also writes a last stride `s_L`; it has no influence on the
/// end-to-end filter, so it is accepted by ``init(filterSizes:strides:)`` and dropped.
///
/// The end-to-end filter `w = (w_0, …, w_{K-1})` has size `K = k_1 + Σ_{ℓ≥2} (k_ℓ − 1)·S_ℓ`, with
/// `S_ℓ = s_1⋯s_{ℓ-1}`; `w_j` is the coefficient of `x^{K-1-j} y^j` in `P_L⋯P_1`, where
/// `P_ℓ ∈ ℂ[x^{S_ℓ}, y^{S_ℓ}]` has degree `k_ℓ − 1` (Shahverdi, Proposition 2.3).
public struct Architecture: Hashable, Sendable {
    /// `k_1, …, k_L`, each at least 1.
    public let filterSizes: [Int]
    /// `s_1, …, s_{L-1}`, each at least 1.
    public let strides: [Int]
    /// `S_1 = 1, S_2 = s_1, …, S_L = s_1⋯s_{L-1}`.
    public let strideProducts: [Int]
    /// `K`, the size of the end-to-end filter and the number of variables of the ambient ring.
    public let endToEndFilterSize: Int

    /// Makes an architecture, or says what is wrong with the numbers.
    ///
    /// - Parameters:
    ///   - filterSizes: `L ≥ 1` sizes, each at least 1.
    ///   - strides: `L − 1` strides, each at least 1, or `L` with the last one ignored.
    public init(filterSizes: [Int], strides: [Int]) throws(ArchitectureError) {
        guard !filterSizes.isEmpty else { throw .noLayers }
        for (index, size) in filterSizes.enumerated() where size < 1 {
            throw .filterSize(layer: index + 1, value: size)
        }
        for (index, stride) in strides.enumerated() where stride < 1 {
            throw .stride(layer: index + 1, value: stride)
        }
        guard strides.count == filterSizes.count || strides.count == filterSizes.count - 1 else {
            throw .strideCount(given: strides.count, layers: filterSizes.count)
        }
        self.filterSizes = filterSizes
        self.strides = Array(strides.prefix(filterSizes.count - 1))

        var products = [1]
        for stride in self.strides {
            let (product, overflow) = products[products.count - 1].multipliedReportingOverflow(by: stride)
            guard !overflow else { throw .tooLarge }
            products.append(product)
        }
        var size = 1
        for (filterSize, product) in zip(filterSizes, products) {
            let (length, overflow) = (filterSize - 1).multipliedReportingOverflow(by: product)
            let (sum, sumOverflow) = size.addingReportingOverflow(length)
            guard !overflow, !sumOverflow else { throw .tooLarge }
            size = sum
        }
        self.strideProducts = products
        self.endToEndFilterSize = size
    }

    /// For parts of a valid architecture, whose end-to-end size cannot overflow.
    init(reducedFilterSizes filterSizes: [Int], strides: [Int], steps: [Int]) {
        self.filterSizes = filterSizes
        self.strides = strides
        self.strideProducts = steps
        self.endToEndFilterSize = zip(filterSizes, steps).reduce(1) { $0 + ($1.0 - 1) * $1.1 }
    }

    /// `L`.
    public var layerCount: Int { filterSizes.count }

    /// Whether every filter size and every stride exceeds 1 (Definition 2.4).
    public var isReduced: Bool {
        filterSizes.allSatisfy { $0 > 1 } && strides.allSatisfy { $0 > 1 }
    }
}

extension Architecture: Codable {
    private enum CodingKeys: String, CodingKey {
        case filterSizes, strides
    }

    /// Reads an object with `filterSizes` and `strides`, and checks them.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let filterSizes = try container.decode([Int].self, forKey: .filterSizes)
        let strides = try container.decode([Int].self, forKey: .strides)
        do throws(ArchitectureError) {
            try self.init(filterSizes: filterSizes, strides: strides)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: container.codingPath, debugDescription: error.description))
        }
    }

    /// Writes an object with `filterSizes` and `strides`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(filterSizes, forKey: .filterSizes)
        try container.encode(strides, forKey: .strides)
    }
}

extension Architecture: CustomStringConvertible {
    /// `(7,7;3)`; a single layer is written `(7)`.
    public var description: String {
        let sizes = filterSizes.map(String.init).joined(separator: ",")
        guard !strides.isEmpty else { return "(\(sizes))" }
        return "(\(sizes);\(strides.map(String.init).joined(separator: ",")))"
    }
}

extension Architecture {
    /// A name for files, of digits, dashes and an s: `7-7-s3`.
    public var fileName: String {
        let sizes = filterSizes.map(String.init).joined(separator: "-")
        return strides.isEmpty ? sizes : sizes + "-s" + strides.map(String.init).joined(separator: "-")
    }
}

/// What is wrong with a list of filter sizes and strides.
public enum ArchitectureError: Error, Hashable, Sendable {
    /// There are no filter sizes.
    case noLayers
    /// A filter size is below 1; layers count from 1.
    case filterSize(layer: Int, value: Int)
    /// A stride is below 1; layers count from 1.
    case stride(layer: Int, value: Int)
    /// There are neither as many strides as layers, nor one fewer.
    case strideCount(given: Int, layers: Int)
    /// The end-to-end filter size is not an `Int`.
    case tooLarge
}

extension ArchitectureError: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .noLayers:
            return "no filter sizes given"
        case .filterSize(let layer, let value):
            return "filter size k_\(layer) is \(value); every filter size must be at least 1"
        case .stride(let layer, let value):
            return "stride s_\(layer) is \(value); every stride must be at least 1"
        case .strideCount(let given, let layers):
            let wanted = layers == 1 ? "0 or 1" : "\(layers - 1) (or \(layers), the last one ignored)"
            return "\(layers) filter sizes need \(wanted) strides, not \(given)"
        case .tooLarge:
            return "the end-to-end filter size does not fit in 64 bits"
        }
    }
}
