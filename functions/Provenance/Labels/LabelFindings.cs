using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Labels;

/// <summary>Reads the one label among the texts of a file's metadata; what is wrong with it is a finding.</summary>
internal static class LabelFindings
{
    public static AigcLabel? Read(Func<IReadOnlyList<string>> texts, Findings findings)
    {
        try
        {
            var labels = texts();
            if (labels.Count == 0)
                return null;
            if (labels.Count > 1)
                findings.Note(StatusCode.AigcLabelMultiple, null, $"The file has {labels.Count} AIGC labels; the standard wants one.");
            var label = AigcLabel.TryParse(labels[0], out var reason);
            if (label is null)
                findings.Note(StatusCode.AigcLabelMalformed, null, reason ?? "The AIGC label cannot be read.");
            return label;
        }
        catch (InvalidDataException error)
        {
            findings.Note(StatusCode.AigcLabelMalformed, null, $"The file's metadata cannot be read: {error.Message}");
            return null;
        }
    }
}
