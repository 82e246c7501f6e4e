using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What a file is, as far as can be told.</summary>
[JsonConverter(typeof(WordConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Made by this deployment, unchanged.</summary>
    MadeHere,

    /// <summary>Unchanged since somebody else signed it, who says that a computer made or changed it.</summary>
    MadeElsewhereWithAi,

    /// <summary>Unchanged since somebody else signed it, who says nothing of the kind.</summary>
    SignedElsewhere,

    /// <summary>Changed after it was signed.</summary>
    AlteredAfterSigning,

    /// <summary>Our signature is gone; the picture is known.</summary>
    RecognisedWithoutSignature,

    /// <summary>Nothing says where it comes from, and it looks like a video that was made here.</summary>
    LooksLikeOurs,

    /// <summary>There is a manifest that does not hold, which is no proof that the picture was changed.</summary>
    UnsoundManifest,

    /// <summary>Nothing but a label that anybody can write says that a computer made it.</summary>
    LabelledOnly,

    /// <summary>Nothing, which proves nothing.</summary>
    NothingFound,
}
