using System.Text.Json;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Reads the values of the storyboard as the tables write them.</summary>
internal static class Kebab
{
    /// <summary>The value of a name such as <c>push-in</c>.</summary>
    public static TEnum Parse<TEnum>(string name)
        where TEnum : struct, Enum =>
        Enum.Parse<TEnum>(name.Replace("-", ""), ignoreCase: true);

    /// <summary>The name of a value.</summary>
    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
