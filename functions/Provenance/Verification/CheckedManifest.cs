using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>An assertion whose box was found: its label and, if it is CBOR, its document.</summary>
internal sealed record ReadAssertion(string Label, string Url, SuperBox Box, CborMap? Map)
{
    public string Kind => AssertionLabel.Kind(Label);

    /// <summary>Label without number and version, such as c2pa.ingredient for c2pa.ingredient.v3__1.</summary>
    public string Family
    {
        get
        {
            var at = Kind.LastIndexOf(".v", StringComparison.Ordinal);
            return at > 0 && Kind[(at + 2)..] is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? Kind[..at] : Kind;
        }
    }
}

/// <summary>A manifest as far as it could be read, with what was found on it.</summary>
internal sealed record CheckedManifest(
    string Label, Claim? Claim, SignerInfo? Signer, IReadOnlyList<ReadAssertion> Assertions, Findings Findings)
{
    public IEnumerable<ReadAssertion> Ingredients => Assertions.Where(one => one is { Family: "c2pa.ingredient", Map: not null });

    public IEnumerable<ReadAssertion> ActionLists => Assertions.Where(one => one is { Family: "c2pa.actions", Map: not null });
}
