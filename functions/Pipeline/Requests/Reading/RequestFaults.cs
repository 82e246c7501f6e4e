using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>Collects what is wrong with a request while it is checked field by field.</summary>
internal sealed partial class RequestFaults
{
    /// <summary>Longest prompt in characters.</summary>
    public const int LongestPrompt = 32_000;

    private readonly List<RequestError> _errors = [];

    public void Add(string field, string message, string code = RequestErrorCodes.InvalidValue) =>
        _errors.Add(new RequestError(field, message, code));

    public void Text(string field, string? value, int shortest, int longest)
    {
        if (value is not null && (value.Length > longest || value.Trim().Length < shortest))
        {
            Add(field, $"{field} must have {shortest} to {longest} characters; it has {value.Length}.");
        }
    }

    public void Colour(string field, string? value)
    {
        if (value is not null && !ColourForm().IsMatch(value))
        {
            Add(field, $"{field} must be a colour such as #c8763a.");
        }
    }

    public void Language(string field, string? value)
    {
        if (value is not null && !LanguageForm().IsMatch(value))
        {
            Add(field, $"{field} must be a BCP 47 language tag such as en or zh-CN.");
        }
    }

    public decimal Seconds(string field, decimal? value, decimal otherwise)
    {
        if (value is null)
        {
            return otherwise;
        }

        if (value is >= 1 and <= 120 && decimal.IsInteger(value.Value))
        {
            return value.Value;
        }

        Add(field, $"{field} must be a whole number of seconds from 1 to 120, such as \"8\".");
        return otherwise;
    }

    public FrameSize? Size(string field, string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (FrameSize.TryParse(value, out var size))
        {
            return size;
        }

        Add(field, $"{field} must be {FrameSize.Accepted}.");
        return null;
    }

    public string Engine(string field, string? value, EngineList engines)
    {
        if (value is not null && !engines.Names.Contains(value))
        {
            Add(field, $"{field} must be one of: {string.Join(", ", engines.Names)}.");
        }

        return value ?? engines.Default;
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new RequestException(_errors);
        }
    }

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z")]
    private static partial Regex ColourForm();

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z")]
    private static partial Regex LanguageForm();
}
