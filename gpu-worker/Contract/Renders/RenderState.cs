using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>Where a job stands.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RenderState>))]
public enum RenderState
{
    /// <summary>Accepted, waiting for its turn.</summary>
    Queued,

    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Done; its outputs are there.</summary>
    Completed,

    /// <summary>Given up.</summary>
    Failed,
}
