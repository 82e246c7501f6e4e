using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>
/// Composes a manifest store: the manifests carried on from ingredients, then the new one. Its length
/// depends on neither the content hashes nor the signature, so a draft with zeros tells where things will lie.
/// </summary>
internal sealed class ManifestComposer
{
    public const string ClaimLabel = "c2pa.claim.v2";

    private readonly ManifestDefinition definition;
    private readonly ClaimSigner signer;
    private readonly IReadOnlyList<SuperBox> ancestors;

    /// <exception cref="ArgumentException">Two ancestors carry different manifests under one label.</exception>
    public ManifestComposer(ManifestDefinition definition, SigningIdentity identity)
    {
        (this.definition, signer) = (definition, new ClaimSigner(identity));
        Label = $"urn:c2pa:{definition.ManifestId:D}";
        ancestors = Ancestors(definition, Label);
    }

    public string Label { get; }

    /// <summary>A store of the final length, without a true signature.</summary>
    /// <param name="binding">The hard binding with zeros for hashes.</param>
    public byte[] Draft(HardBinding binding) => Compose(binding, _ => signer.Draft());

    public byte[] Signed(HardBinding binding, CancellationToken cancellationToken) =>
        Compose(binding, claim => signer.Sign(claim, cancellationToken));

    private byte[] Compose(HardBinding binding, Func<byte[], byte[]> sign)
    {
        var assertions = Assertions(binding);
        var claim = Claim(assertions);
        var manifest = JumbfWriter.SuperBox(JumbfType.Manifest, Label,
            JumbfWriter.SuperBox(JumbfType.Assertions, "c2pa.assertions", [.. assertions.Select(one => one.Raw)]),
            JumbfWriter.SuperBox(JumbfType.Claim, ClaimLabel, JumbfWriter.Box("cbor", claim)),
            JumbfWriter.SuperBox(JumbfType.Signature, "c2pa.signature", JumbfWriter.Box("cbor", sign(claim))));
        return JumbfWriter.SuperBox(JumbfType.Store, "c2pa", [.. ancestors.Select(one => one.Raw), manifest]);
    }

    private List<SuperBox> Assertions(HardBinding hard)
    {
        var ingredients = definition.Ingredients
            .Select((one, index) => Cbor(AssertionLabel.Numbered(AssertionLabel.Ingredient, index), AssertionContent.Ingredient(one)))
            .ToList();
        var actions = AssertionContent.Actions(definition, [.. ingredients.Select(Reference)]);
        List<SuperBox> list = [Cbor(AssertionLabel.Actions, actions), .. ingredients];
        if (definition.Generation is { } facts)
            list.Add(Cbor(GenerationFacts.Label, AssertionContent.Generation(facts)));
        if (definition.Rights.Count > 0)
            list.Add(Cbor(GrantedWork.Label, AssertionContent.Rights(definition.Rights)));
        if (definition.TrainingMining is { } policy)
            list.Add(Cbor(AssertionLabel.TrainingMining, AssertionContent.TrainingMining(policy)));
        list.AddRange(definition.SoftBindings.Select((one, index) =>
            Cbor(AssertionLabel.Numbered(AssertionLabel.SoftBinding, index), AssertionContent.SoftBinding(one))));
        if (!definition.ThumbnailJpeg.IsEmpty)
            list.Add(JumbfReader.Read(JumbfWriter.EmbeddedFile(AssertionLabel.Thumbnail, "image/jpeg", definition.ThumbnailJpeg)));
        list.Add(Cbor(hard.Label, hard.Content));
        return list;
    }

    private byte[] Claim(IEnumerable<SuperBox> assertions) => CborEncoder.Encode(CborMap.Of(
        ("instanceID", $"xmp:iid:{definition.InstanceId:D}"),
        ("claim_generator_info", AssertionContent.Agent(definition.Generator)),
        ("signature", JumbfUri.Signature(Label)),
        ("created_assertions", new CborArray([.. assertions.Select(one => Reference(one).ToCbor())])),
        ("dc:title", definition.Title),
        ("alg", "sha256")));

    private static HashedUri Reference(SuperBox assertion) => HashedUri.To(JumbfUri.RelativeAssertion(assertion.Label), assertion);

    private static SuperBox Cbor(string label, CborMap content) =>
        JumbfReader.Read(JumbfWriter.SuperBox(JumbfType.Cbor, label, JumbfWriter.Box("cbor", CborEncoder.Encode(content))));

    private static List<SuperBox> Ancestors(ManifestDefinition definition, string label)
    {
        var list = new List<SuperBox>();
        foreach (var manifest in definition.Ingredients.SelectMany(one => one.Ancestry?.Manifests ?? []))
        {
            if (manifest.Label == label)
                throw new ArgumentException(
                    $"ManifestId is already the id of an ingredient's manifest ({label}).", nameof(definition));
            var same = list.Find(one => one.Label == manifest.Label);
            if (same is null)
                list.Add(manifest);
            else if (!same.Payload.Span.SequenceEqual(manifest.Payload.Span))
                throw new ArgumentException(
                    $"Two ingredients carry different manifests under the label {manifest.Label}.", nameof(definition));
        }
        return list;
    }
}
