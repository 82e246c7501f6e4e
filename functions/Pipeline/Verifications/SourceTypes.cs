using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What digital source types mean to a reader who asks whether a computer made it.</summary>
internal static class SourceTypes
{
    /// <summary>Last parts of the IPTC addresses that stand for media which a program made or changed beyond what a camera saw.</summary>
    private static readonly string[] _made =
        ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia", "compositeSynthetic", "trainedAlgorithmicData", "virtualRecording"];

    /// <summary>Whether the manifest, or one of what it was made from, says so.</summary>
    public static bool SayAi(VerificationReport manifest) => manifest.Lineage
        .SelectMany(one => one.DigitalSourceTypes)
        .Any(type => _made.Contains(type[(type.LastIndexOf('/') + 1)..], StringComparer.Ordinal));
}
