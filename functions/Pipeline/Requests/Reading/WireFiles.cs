using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>Which fields may be files.</summary>
public static class WireFiles
{
    /// <summary>Checks that no other field is a file.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="names">Fields that may be files.</param>
    /// <exception cref="RequestException">Another is.</exception>
    public static void Expect(WireBody body, params ReadOnlySpan<string> names)
    {
        foreach (var name in body.Files.Keys)
        {
            if (!names.Contains(name))
            {
                throw new RequestException(new RequestError(
                    name, $"{name} must not be a file here. Fields that may be files: {string.Join(", ", names.ToArray())}.", RequestErrorCodes.WrongType));
            }
        }
    }
}
