using System.Text.Json.Serialization;

namespace SoraFunctions.Azure.Durable;

/// <summary>How a <see cref="Failure"/> is written.</summary>
[JsonSerializable(typeof(Failure))]
internal sealed partial class FailureJson : JsonSerializerContext;
