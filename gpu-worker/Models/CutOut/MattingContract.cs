using System.Text.Json;

namespace SoraFunctions.Models.CutOut;

/// <summary>
/// What a mounted matting model takes and gives, from the <c>model.json</c> beside it:
/// <c>{"size": 1024, "mean": [0.5, 0.5, 0.5], "deviation": [1, 1, 1], "result": "alpha", "output": "output"}</c>.
/// </summary>
/// <param name="Size">The side S of the square f32[1,3,S,S] that it takes, in pixels.</param>
/// <param name="Mean">Subtracted from red, green and blue from 0 to 1.</param>
/// <param name="Deviation">What they are divided by after that.</param>
/// <param name="GivesLogits">Whether its result f32[1,1,S,S] is before the sigmoid (<c>"logits"</c>) or a share from 0 to 1 (<c>"alpha"</c>).</param>
/// <param name="Output">The name of that result; null for its first.</param>
public sealed record MattingContract(int Size, IReadOnlyList<float> Mean, IReadOnlyList<float> Deviation, bool GivesLogits, string? Output)
{
    /// <summary>Reads a contract. Size and result must be there; mean is 0 and deviation 1 where they are not given.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no such file, named with what is wrong.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static MattingContract Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var root = document.RootElement;
            var contract = new MattingContract(
                root.GetProperty("size").GetInt32(), Three(root, "mean", 0), Three(root, "deviation", 1),
                root.GetProperty("result").GetString() switch
                {
                    "alpha" => false,
                    "logits" => true,
                    var other => throw new InvalidDataException($"{path}: result is \"{other}\"; it must be \"alpha\" or \"logits\""),
                },
                root.TryGetProperty("output", out var output) ? output.GetString() : null);
            return contract.Size is >= 32 and <= 4096 && !contract.Deviation.Contains(0) ? contract
                : throw new InvalidDataException($"{path}: size must be from 32 to 4096, and no deviation 0");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is no contract of a matting model: {exception.Message}", exception);
        }
    }

    private static float[] Three(JsonElement root, string name, float otherwise)
    {
        if (!root.TryGetProperty(name, out var list))
            return [otherwise, otherwise, otherwise];
        float[] values = [.. list.EnumerateArray().Select(value => value.GetSingle())];
        return values.Length == 3 ? values : throw new FormatException($"{name} has {values.Length} numbers and needs 3");
    }
}
