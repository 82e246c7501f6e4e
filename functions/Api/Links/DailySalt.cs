using System.Security.Cryptography;

namespace SoraFunctions.Api.Links;

/// <summary>A secret that lives for one day in this process and is written nowhere, so that yesterday's visitors can't be told from today's.</summary>
internal sealed class DailySalt
{
    private readonly Lock _lock = new();
    private DateOnly _day;
    private byte[] _salt = [];

    /// <summary>The salt of the day.</summary>
    public byte[] Of(DateOnly day)
    {
        lock (_lock)
        {
            if (day != _day || _salt.Length == 0)
            {
                _day = day;
                _salt = RandomNumberGenerator.GetBytes(32);
            }

            return _salt;
        }
    }
}
