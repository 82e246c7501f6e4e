using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>The hard bindings of pictures and sounds: by stretches or by named parts.</summary>
internal static class DataBinding
{
    /// <exception cref="InvalidDataException">The binding is malformed or of another kind.</exception>
    public static IReadOnlyList<UncoveredRange> Check(
        Stream file,
        IDataCarrier carrier,
        IReadOnlyList<(long Offset, long End)> store,
        ReadAssertion binding,
        string? claimAlgorithm,
        Findings findings,
        CancellationToken cancellationToken) => binding.Kind == "c2pa.hash.boxes" && carrier.Boxes() is { } parts
            ? BoxHash.Check(file, parts, binding, claimAlgorithm, findings, cancellationToken)
            : DataHash.Check(file, store, binding, claimAlgorithm, findings, cancellationToken);
}
