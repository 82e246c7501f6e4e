using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A length in seconds as it is written: the Videos API has a string, people write a number; both are read.</summary>
/// <param name="Value">Seconds.</param>
[JsonConverter(typeof(WireSecondsConverter))]
public readonly record struct WireSeconds(decimal Value);
