using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>How an advertisement is told.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Dramaturgy>))]
public enum Dramaturgy
{
    /// <summary>Cold and dusty, then the product turns it.</summary>
    ProblemSolution,

    /// <summary>A cloth comes off.</summary>
    Reveal,

    /// <summary>Surfaces from close by, from several sides.</summary>
    MacroTexture,

    /// <summary>Two lights and two words.</summary>
    BeforeAfter,

    /// <summary>A box opens.</summary>
    Unboxing,

    /// <summary>What buyers think of it, as a card.</summary>
    Testimonial,

    /// <summary>Three, two, one, the price.</summary>
    Countdown,

    /// <summary>Numbered steps in the product's own words.</summary>
    HowTo,

    /// <summary>A feast around it.</summary>
    Festive,

    /// <summary>An outline in smoke, then it rises.</summary>
    Launch,

    /// <summary>It is put together and shown from all sides in clear light.</summary>
    Explainer,

    /// <summary>Fed in, forged, joined.</summary>
    Process,

    /// <summary>On a bright table, from above and close by.</summary>
    Medical,
}
