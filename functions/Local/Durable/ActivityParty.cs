using System.Text;
using System.Text.Json;

namespace SoraFunctions.Local.Durable;

/// <summary>For whom an activity runs: the tenant that its input names.</summary>
internal static class ActivityParty
{
    /// <summary>The tenant; empty where the input names none.</summary>
    /// <param name="input">A message in JSON.</param>
    public static string Of(string? input)
    {
        if (input is null || !input.StartsWith('{'))
        {
            return "";
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(input));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("tenant"u8);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
            }

            reader.Skip();
        }

        return "";
    }
}
