using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SoraFunctions.Api.Bodies;

[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(string))]
internal sealed partial class FormJson : JsonSerializerContext;
