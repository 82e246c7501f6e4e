namespace SoraFunctions.Service.Jobs;

/// <summary>The name of a job, and of a party for whom jobs are.</summary>
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

    /// <summary>Fails with <see cref="InvalidDataException"/> unless the text is a party, or empty.</summary>
    public static void CheckParty(string party)
    {
        if (party.Length > 64 || party.AsSpan().ContainsAnyExcept(Accepted))
        {
            throw new InvalidDataException($"party must be up to 64 characters of A-Z, a-z, 0-9, _ and -, not '{party}'");
        }
    }
}
