using Microsoft.Extensions.Logging;

namespace SoraFunctions.Service.Assets;

/// <summary>Sees to it that what nobody uses any more does not stay on this machine for ever, however much room there is.</summary>
internal sealed partial class AssetAging(AssetStore cache, TimeSpan age, TimeProvider time, ILogger log)
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Looks again and again; never fails.</summary>
    public async Task Watch(CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                cache.Expire(age);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Failed(failure);
            }

            await Task.Delay(Every, time, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Assets that nobody uses can't be deleted; it is tried again in an hour.")]
    private partial void Failed(Exception failure);
}
