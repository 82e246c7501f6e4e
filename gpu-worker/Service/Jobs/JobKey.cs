namespace SoraFunctions.Service.Jobs;

/// <summary>The name of a job.</summary>
internal static class JobKey
{
    private const string Accepted = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    /// <summary>Fails with <see cref="InvalidDataException"/> unless the text is a key, so that it is safe in a path.</summary>
    public static void Check(string key)
    {
        if (key.Length is < 1 or > 128 || key.AsSpan().ContainsAnyExcept(Accepted))
        {
            throw new InvalidDataException($"key must be 1 to 128 characters of A-Z, a-z, 0-9, _ and -, not '{key}'");
        }
    }
}
