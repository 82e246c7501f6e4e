using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Channels;

/// <summary>What may stand in the picture of a channel, beside the AI label.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<BurntIn>))]
public enum BurntIn
{
    /// <summary>What it costs.</summary>
    Price,

    /// <summary>An invitation to buy, such as a button.</summary>
    CallToAction,

    /// <summary>The brand's or product's name or mark.</summary>
    Logo,

    /// <summary>An address or QR code.</summary>
    Link,

    /// <summary>Sentences about what is shown.</summary>
    Captions,
}
