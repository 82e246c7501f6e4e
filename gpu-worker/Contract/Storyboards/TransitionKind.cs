using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What is seen between two shots.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<TransitionKind>))]
public enum TransitionKind
{
    /// <summary>Nothing: a hard cut.</summary>
    Cut,

    /// <summary>One dissolves into the other; the old shot holds its last frame.</summary>
    Dissolve,

    /// <summary>The new shot rises out of black.</summary>
    FadeFromBlack,

    /// <summary>The new shot rises out of white.</summary>
    FadeFromWhite,

    /// <summary>The new shot is pushed in from the right.</summary>
    Push,
}
