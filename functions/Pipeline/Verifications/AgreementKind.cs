using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>How two things that were found relate to each other.</summary>
[JsonConverter(typeof(WordConverter<AgreementKind>))]
public enum AgreementKind
{
    /// <summary>The picture carries the watermark that the manifest names.</summary>
    NamedMarkFound,

    /// <summary>The manifest names a watermark, and the picture shows none.</summary>
    NamedMarkAbsent,

    /// <summary>The picture carries another watermark than the manifest names.</summary>
    OtherMarkFound,

    /// <summary>Label and manifest both say that a computer made it.</summary>
    LabelSupported,

    /// <summary>The label says that a computer made it, and the manifest does not.</summary>
    LabelUnsupported,

    /// <summary>The picture carries this deployment's watermark, and somebody else signed the file.</summary>
    MarkUnderForeignSignature,

    /// <summary>The picture looks like the video whose watermark it carries.</summary>
    LikenessFitsMark,

    /// <summary>The picture looks like another video than that whose watermark it carries.</summary>
    LikenessContradictsMark,

    /// <summary>The picture looks like a video that was made here, and somebody else signed the file.</summary>
    LikenessUnderForeignSignature,

    /// <summary>The watermark is in this deployment's records.</summary>
    MarkRecorded,

    /// <summary>The watermark is in no record.</summary>
    MarkUnrecorded,
}
