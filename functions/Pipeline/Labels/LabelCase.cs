using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>When a law asks for words in the picture.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<LabelCase>))]
public enum LabelCase
{
    /// <summary>On every generated video.</summary>
    Always,

    /// <summary>Where it could be taken for a film of existing persons, places or events.</summary>
    DeepFake,

    /// <summary>Where a performer is generated.</summary>
    SyntheticPerformer,
}
