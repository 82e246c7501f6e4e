namespace SoraFunctions.Bicep.Tests.Types;

/// <summary>The functions of the language that templates here may use: fewest and most arguments, and what comes out.</summary>
internal static class KnownFunctions
{
    private const int Many = int.MaxValue;

    public static readonly IReadOnlyDictionary<string, (int Fewest, int Most, Shape Result)> Table =
        new Dictionary<string, (int, int, Shape)>
        {
            ["any"] = (1, 1, Shape.Any),
            ["base64"] = (1, 1, Shape.Text),
            ["bool"] = (1, 1, Shape.Truth),
            ["cidrHost"] = (2, 2, Shape.Text),
            ["cidrSubnet"] = (3, 3, Shape.Text),
            ["concat"] = (1, Many, Shape.Any),
            ["contains"] = (2, 2, Shape.Truth),
            ["deployment"] = (0, 0, Shape.Any),
            ["empty"] = (1, 1, Shape.Truth),
            ["endsWith"] = (2, 2, Shape.Truth),
            ["environment"] = (0, 0, Shape.Any),
            ["filter"] = (2, 2, Shape.Any),
            ["first"] = (1, 1, Shape.Any),
            ["flatten"] = (1, 1, Shape.Any),
            ["format"] = (1, Many, Shape.Text),
            ["guid"] = (1, Many, Shape.Text),
            ["int"] = (1, 1, Shape.Number),
            ["items"] = (1, 1, new ListShape(Shape.Any)),
            ["join"] = (2, 2, Shape.Text),
            ["json"] = (1, 1, Shape.Any),
            ["last"] = (1, 1, Shape.Any),
            ["length"] = (1, 1, Shape.Number),
            ["loadTextContent"] = (1, 2, Shape.Text),
            ["map"] = (2, 2, Shape.Any),
            ["max"] = (1, Many, Shape.Number),
            ["min"] = (1, Many, Shape.Number),
            ["newGuid"] = (0, 0, Shape.Text),
            ["range"] = (2, 2, new ListShape(Shape.Number)),
            ["readEnvironmentVariable"] = (1, 2, Shape.Text),
            ["reduce"] = (3, 3, Shape.Any),
            ["replace"] = (3, 3, Shape.Text),
            ["resourceGroup"] = (0, 2, Shape.Any),
            ["resourceId"] = (2, Many, Shape.Text),
            ["split"] = (2, 2, new ListShape(Shape.Text)),
            ["startsWith"] = (2, 2, Shape.Truth),
            ["string"] = (1, 1, Shape.Text),
            ["subscription"] = (0, 1, Shape.Any),
            ["subscriptionResourceId"] = (2, Many, Shape.Text),
            ["substring"] = (2, 3, Shape.Text),
            ["take"] = (2, 2, Shape.Any),
            ["tenant"] = (0, 0, Shape.Any),
            ["toLower"] = (1, 1, Shape.Text),
            ["toObject"] = (2, 3, Shape.AnyObject),
            ["toUpper"] = (1, 1, Shape.Text),
            ["trim"] = (1, 1, Shape.Text),
            ["union"] = (2, Many, Shape.Any),
            ["uniqueString"] = (1, Many, Shape.Text),
            ["uri"] = (2, 2, Shape.Text),
            ["utcNow"] = (0, 1, Shape.Text),
        };

    /// <summary>What may stand before a declaration or a line of a type.</summary>
    public static readonly IReadOnlySet<string> Decorators = new HashSet<string>
    {
        "allowed", "batchSize", "description", "export", "maxLength", "maxValue", "metadata", "minLength", "minValue", "sealed", "secure",
    };
}
