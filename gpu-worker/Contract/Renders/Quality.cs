using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>How much work goes into each frame.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Quality>))]
public enum Quality
{
    /// <summary>At least real time on two cores at 1280x720.</summary>
    Standard,

    /// <summary>To judge timing and framing: shots are filmed at 2/5 of the size and enlarged in the cut, four times faster.</summary>
    Draft,

    /// <summary>A true shutter, lens and lamps by many part exposures: at most four times slower.</summary>
    Final,
}
