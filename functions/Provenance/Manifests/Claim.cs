using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>
/// The claim of a manifest: the document that is signed. Version 2 is written today, version 1 is only read.
/// </summary>
internal sealed record Claim(int Version, string Label, ReadOnlyMemory<byte> Bytes, CborMap Map)
{
    private static readonly string[] Version2Keys =
    [
        "instanceID", "claim_generator_info", "signature", "created_assertions", "gathered_assertions",
        "dc:title", "redacted_assertions", "alg", "alg_soft", "metadata",
    ];

    public string? Algorithm => Map.Text("alg");

    public string? Signature => Map.Text("signature");

    public string? Title => Map.Text("dc:title");

    public string? Generator => Version == 1
        ? Map.Text("claim_generator")
        : Map.Map("claim_generator_info") is { } info ? $"{info.Text("name")} {info.Text("version")}".TrimEnd() : null;

    /// <summary>The references as written, created before gathered; null stands for one that cannot be read.</summary>
    public IEnumerable<HashedUri?> Assertions =>
        (Version == 1
            ? Map.Array("assertions") ?? []
            : [.. Map.Array("created_assertions") ?? [], .. Map.Array("gathered_assertions") ?? []])
        .Select(HashedUri.From);

    /// <summary>Absolute addresses of assertions that were taken out of ancestors.</summary>
    public IEnumerable<string> Redacted => (Map.Array("redacted_assertions") ?? []).OfType<CborText>().Select(text => text.Value);

    /// <summary>What is missing or must not be there; null when the claim keeps its form.</summary>
    public string? Fault()
    {
        if (Map.Text("instanceID") is null)
            return "The claim has no instanceID.";
        if (Signature is null)
            return "The claim does not name its signature.";
        if (Version == 1)
            return Map.Array("assertions") is null ? "The claim lists no assertions." : null;
        if (Map.Map("claim_generator_info")?.Text("name") is null)
            return "The claim's claim_generator_info is not a map with a name.";
        if (Map.Array("created_assertions") is not { Count: > 0 })
            return "The claim lists no created assertions.";
        return Map.TextKeys.FirstOrDefault(key => !Version2Keys.Contains(key)) is { } key
            ? $"The claim has the field {key}, which version 2 does not know."
            : null;
    }

    /// <param name="box">The claim box.</param>
    /// <param name="budget">See <see cref="CborBudget"/>.</param>
    /// <exception cref="InvalidDataException">The box holds no CBOR map.</exception>
    public static Claim Read(SuperBox box, CborBudget budget)
    {
        var bytes = box.Content("cbor") ?? throw new InvalidDataException("The claim box holds no CBOR.");
        return new Claim(box.Label == "c2pa.claim" ? 1 : 2, box.Label, bytes, CborDecoder.DecodeMap(bytes, budget));
    }
}
