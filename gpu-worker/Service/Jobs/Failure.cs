using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Jobs;

/// <summary>Turns what an engine or a cut failed with into what the caller is told.</summary>
internal static class Failure
{
    /// <summary>POSIX ENOSPC and Win32 ERROR_DISK_FULL, as <see cref="Exception.HResult"/> carries them.</summary>
    private static readonly int[] _diskFull = [28, unchecked((int)0x80070070)];

    /// <summary>The error of a job that failed.</summary>
    public static RenderError Of(Exception failure, RenderJob job) => failure switch
    {
        WorkerException known => known.Error,
        StoreUnavailableException => NoStore(failure),
        InvalidDataException when job is LikenessJob or FingerprintJob || job.Inputs.Any(Words(failure).Contains) => new RenderError("bad_asset", failure.Message, false),
        InvalidDataException => new RenderError("bad_order", failure.Message, false),
        FileNotFoundException { FileName: { } name } when job.Inputs.Contains(name) => Missing(name),
        _ when IsDiskFull(failure) => DiskFull,
        _ => new RenderError("internal", $"{failure.GetType().Name}: {failure.Message}", true),
    };

    /// <summary>Does something that needs room on the disk; fails with <see cref="WorkerException"/> <c>out_of_space</c> when there is none.</summary>
    public static async Task<T> TellFullDisk<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (IOException failure) when (IsDiskFull(failure))
        {
            throw new WorkerException(DiskFull, failure);
        }
    }

    /// <inheritdoc cref="TellFullDisk{T}"/>
    public static Task TellFullDisk(Func<Task> act) => TellFullDisk(async () =>
    {
        await act();
        return true;
    });

    /// <summary>The status of a job that failed.</summary>
    public static RenderStatus Status(string key, RenderError error) => new() { Key = key, State = RenderState.Failed, Error = error };

    // An engine may wrap what a decoder said about the file of an asset.
    private static string Words(Exception failure) =>
        failure.InnerException is { } cause ? $"{failure.Message}\n{Words(cause)}" : failure.Message;

    /// <summary>There is no room left, whatever the budget says.</summary>
    public static RenderError DiskFull { get; } = new("out_of_space", "the worker's disk is full", true);

    /// <summary>Whether that is what went wrong; ffmpeg tells it in words.</summary>
    public static bool IsDiskFull(Exception failure) =>
        (failure is IOException && _diskFull.Contains(failure.HResult)) || failure.Message.Contains("No space left on device");

    /// <summary>The job showed no progress for too long.</summary>
    public static RenderError Stuck(TimeSpan patience) =>
        new("internal", $"the job showed no progress for {patience.TotalMinutes:0.#} minutes and was stopped", true);

    /// <summary>The job ran for longer than any may, and would again.</summary>
    public static RenderError Late(TimeSpan limit) => new(
        "time_limit", $"the job ran for {limit.TotalMinutes:0.#} minutes, the most that this worker grants; ask for fewer seconds, a smaller frame or draft quality", false);

    /// <summary>The process took more memory than it may while this job, its youngest, ran.</summary>
    public static RenderError OutOfMemory(long? limit) => new(
        "out_of_memory", $"the worker took more than its {limit / (1 << 20)} MiB while it was on this job; ask for a smaller frame or draft quality, or raise SORA_WORKER_MEMORY_LIMIT", false);

    /// <summary>Workers died on this job each time it was begun.</summary>
    public static RenderError Quarantined(string key, int attempts) => new(
        "quarantined", $"the worker died {attempts} times while it was on this job; it is set aside as quarantine/{key} and not tried again", false);

    /// <summary>The store could not be reached for as long as the worker waits for it.</summary>
    public static RenderError NoStore(Exception failure) => new("store_unavailable", failure.Message, true);

    /// <summary>An asset that was never put, or was evicted: put it and ask again.</summary>
    public static RenderError Missing(string sha256) =>
        new("missing_asset", $"asset {sha256} is not on this worker; put it, then ask again", true);

    /// <summary>The job was accepted by another version of the worker, in words that this one does not know.</summary>
    public static RenderError Unreadable { get; } =
        new("internal", "the stored job can't be read by this version of the worker; submit it again", true);

    /// <summary>The job was given up; whoever still wants it may ask again.</summary>
    public static RenderError Cancelled { get; } = new("cancelled", "the job was cancelled; submit it again to start it anew", true);
}
