using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>The verification of one MP4 file, from its boxes to the verdict.</summary>
internal sealed class FileCheck(
    Stream file, Findings findings, TrustAnchors anchors, DateTimeOffset now, CancellationToken cancellationToken)
{
    public VerificationReport Run()
    {
        var boxes = BoxScanner.TopLevel(file, out var fault);
        var label = ReadLabel(boxes);
        if (fault is not null)
            findings.Failure(StatusCode.FileMalformed, null, fault);
        if (ReadStore(boxes) is not { } store)
        {
            var (none, text) = boxes.Exists(box => box.IsC2pa)
                ? (VerificationState.Invalid, "Invalid: the manifest store cannot be read.")
                : (VerificationState.None, "The file carries no manifest.");
            return new VerificationReport(none, text, findings.Entries) { AigcLabel = label };
        }
        if (!store.Active.Is(JumbfType.Manifest))
        {
            findings.Failure(StatusCode.StoreUnsupported, null,
                "The active manifest is an update or compressed, which cannot be checked here.");
            const string Text = "Invalid: the active manifest is of a kind that cannot be checked here.";
            return new VerificationReport(VerificationState.Invalid, Text, findings.Entries) { AigcLabel = label };
        }

        var check = new StoreCheck(store, anchors, now);
        var active = check.CheckActive();
        var uncovered = BindingCheck.Check(file, boxes, active, cancellationToken);
        check.FollowIngredients(active);
        findings.Add(active.Findings);
        var (state, summary) = Verdict.Of(findings.Entries, check.Deltas, active.Signer);
        return new VerificationReport(state, summary, findings.Entries)
        {
            IngredientDeltas = check.Deltas,
            Lineage = check.Lineage,
            Uncovered = uncovered,
            Generation = StatedFacts.Generation(active),
            TrainingMining = StatedFacts.TrainingMining(active),
            SoftBindings = StatedFacts.SoftBindings(active),
            AigcLabel = label,
        };
    }

    private ManifestStore? ReadStore(List<BmffBox> boxes)
    {
        var found = boxes.Where(box => box.IsC2pa).ToList();
        if (found.Count == 0)
        {
            findings.Note(StatusCode.StoreMissing, null, "The file carries no C2PA box.");
            return null;
        }
        try
        {
            var stores = found.Select(box => C2paBox.Read(file, box)).Where(box => box.Purpose != "merkle").ToList();
            if (stores is not [{ Purpose: "manifest" } only])
            {
                var purposes = string.Join(", ", stores.Select(box => Printable(box.Purpose)));
                findings.Failure(
                    StatusCode.StoreMultiple,
                    null,
                    $"The file holds {stores.Count} C2PA boxes ({purposes}); one with the purpose manifest is read.");
                return null;
            }
            if (only.MerkleOffset != 0 && found.Count == 1)
                findings.Failure(StatusCode.StoreMalformed, null,
                    "The C2PA box points at a merkle box that is not there.");
            var store = ManifestStore.Read(only.Data);
            if (store.Padding.Span.ContainsAnyExcept((byte)0))
                findings.Failure(StatusCode.PaddingNotZero, null,
                    "The room after the manifest store, which no hash covers, is not empty.");
            if (boxes.TakeWhile(box => !box.IsC2pa).Any(box => box.Type is "moov" or "mdat"))
                findings.Note(StatusCode.StoreMisplaced, null, "The C2PA box lies behind moov or mdat.");
            return store;
        }
        catch (InvalidDataException error)
        {
            findings.Failure(StatusCode.StoreMalformed, null, error.Message);
            return null;
        }
    }

    private AigcLabel? ReadLabel(List<BmffBox> boxes)
    {
        try
        {
            var labels = MetadataReader.Read(file, boxes)
                .Where(field => field.Key.Contains(AigcLabel.MetadataKey, StringComparison.Ordinal))
                .ToList();
            if (labels.Count == 0)
                return null;
            if (labels.Count > 1)
                findings.Note(StatusCode.AigcLabelMultiple, null,
                    $"The file has {labels.Count} AIGC labels; the standard wants one.");
            var label = AigcLabel.TryParse(labels[0].Value, out var fault);
            if (label is null)
                findings.Note(StatusCode.AigcLabelMalformed, null, fault ?? "The AIGC label cannot be read.");
            return label;
        }
        catch (InvalidDataException error)
        {
            findings.Note(StatusCode.AigcLabelMalformed, null, $"The file's metadata cannot be read: {error.Message}");
            return null;
        }
    }

    private static string Printable(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
