using SoraFunctions.Provenance.Carriers;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>The verification of one file, from its store to the verdict.</summary>
internal sealed class FileCheck(ICarrier carrier, Findings findings, TrustAnchors anchors, DateTimeOffset now)
{
    /// <summary>The store, once it was read.</summary>
    public ManifestStore? Store { get; private set; }

    public VerificationReport Run(CancellationToken cancellationToken)
    {
        var label = carrier.ReadLabel(findings);
        Store = ReadStore();
        if (Store is not { } store)
            return Unread() with { AigcLabel = label };

        var check = new StoreCheck(store, anchors, now);
        var active = check.CheckActive();
        var uncovered = check.BoundBy(active) is { } bound ? BindingCheck.Check(carrier, bound, cancellationToken) : [];
        check.FollowIngredients(active);
        findings.Add(active.Findings);
        var (state, summary) = Verdict.Of(findings.Entries, check.Deltas, active.Signer);
        return new VerificationReport(state, summary, findings.Entries)
        {
            IngredientDeltas = check.Deltas,
            Lineage = check.Lineage,
            Uncovered = uncovered,
            Generation = StatedFacts.Generation(active),
            Rights = StatedFacts.Rights(active),
            TrainingMining = StatedFacts.TrainingMining(active),
            SoftBindings = StatedFacts.SoftBindings(active),
            AigcLabel = label,
        };
    }

    private ManifestStore? ReadStore()
    {
        try
        {
            var store = carrier.ReadStore(findings);
            if (store is not null && store.Padding.Span.ContainsAnyExcept((byte)0))
                findings.Failure(StatusCode.PaddingNotZero, null,
                    "The room after the manifest store, which no hash covers, is not empty.");
            if (store is null || store.Active.Is(JumbfType.Manifest) || store.Active.Is(JumbfType.UpdateManifest))
                return store;
            findings.Failure(StatusCode.StoreUnsupported, null, "The active manifest is of an unknown kind.");
        }
        catch (InvalidDataException error)
        {
            findings.Failure(StatusCode.StoreMalformed, null, error.Message);
        }
        return null;
    }

    private VerificationReport Unread()
    {
        if (carrier.CarriesStore)
            return new VerificationReport(
                VerificationState.Invalid, "Invalid: the manifest store cannot be read.", findings.Entries);
        findings.Note(StatusCode.StoreMissing, null, "The file carries no manifest store.");
        return new VerificationReport(VerificationState.None, "The file carries no manifest.", findings.Entries);
    }
}
