using System.Text.Json;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Sales.Wire;

/// <summary>Words on the wire for values of enumerations that know no wire.</summary>
public static class EnumWord
{
    /// <summary>The word of a value, such as <c>order_attribute</c>.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="TEnum">Which enumeration.</typeparam>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a word.</summary>
    /// <param name="field">Where it stands.</param>
    /// <param name="word">The word.</param>
    /// <typeparam name="TEnum">Which enumeration.</typeparam>
    /// <exception cref="RequestException">There is no such word; says which there are.</exception>
    public static TEnum Read<TEnum>(string field, string word)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        throw new RequestException(new RequestError(field, $"{field} must be one of: {string.Join(", ", Enum.GetValues<TEnum>().Select(Of))}."));
    }
}
