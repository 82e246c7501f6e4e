namespace SoraFunctions.Pipeline.Videos;

/// <summary>Warnings on their way to the video object.</summary>
public static class Warnings
{
    private const int _most = 30;
    private const int _longest = 300;

    /// <summary>Each once, cut to a length that a message can carry; what does not fit is counted.</summary>
    /// <param name="warnings">In order of appearance.</param>
    public static IReadOnlyList<string> Fit(IEnumerable<string> warnings)
    {
        var distinct = warnings
            .Select(text => text.Length > _longest ? string.Concat(text.AsSpan(0, _longest - 1), "…") : text)
            .Distinct()
            .ToList();
        return distinct.Count <= _most
            ? distinct
            : [.. distinct.Take(_most - 1), $"{distinct.Count - _most + 1} further warnings are not listed."];
    }
}
