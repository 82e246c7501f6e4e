using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Kinds of what must not be made.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ModerationCategory>))]
public enum ModerationCategory
{
    /// <summary>Attacks on people for what they are.</summary>
    Hate,

    /// <summary>Suicide, self-injury, eating disorders.</summary>
    SelfHarm,

    /// <summary>Sexual content.</summary>
    Sexual,

    /// <summary>Violence, weapons, gore, instructions to harm.</summary>
    Violence,

    /// <summary>Politicians and other public persons shown without consent.</summary>
    PublicFigure,

    /// <summary>Characters and marks of others shown without a grant.</summary>
    ProtectedCharacter,

    /// <summary>Words that try to command the service instead of describing a video.</summary>
    PromptAttack,

    /// <summary>A named person made to seem to say or do what they did not.</summary>
    DeepFake,

    /// <summary>A real person who is not in public life and has not agreed.</summary>
    PrivatePerson,

    /// <summary>Claims about elections and health emergencies.</summary>
    Misinformation,

    /// <summary>What a judge who should have looked has not looked at.</summary>
    Unjudged,
}
