using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>How urgent a job is. Who waits long enough comes before the more urgent, so that nobody waits for ever.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Priority>))]
public enum Priority
{
    /// <summary>Somebody waits for it.</summary>
    Interactive,

    /// <summary>One of many that were asked for together.</summary>
    Batch,
}
