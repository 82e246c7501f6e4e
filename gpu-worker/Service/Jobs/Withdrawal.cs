namespace SoraFunctions.Service.Jobs;

/// <summary>Gives jobs up, whichever replica has them.</summary>
internal sealed class Withdrawal(JobBoard board, JobRecords records, Intake intake, JobWork work)
{
    /// <summary>Ends a job that nobody works on, stops one that is worked on here, and marks one that another replica has.</summary>
    public async Task Cancel(string key, CancellationToken cancellation)
    {
        JobKey.Check(key);
        while (await intake.Find(key, cancellation) is { IsClosed: false } open)
        {
            var unowned = work.IsFree(open);
            if (!open.TryHold())
            {
                open.Cancel();
                return;
            }

            try
            {
                if (unowned ? await work.EndCancelled(open, cancellation) : await Mark(open, cancellation))
                {
                    return;
                }
            }
            finally
            {
                open.LetGo();
            }

            await Refresh(open, cancellation);
        }
    }

    private async Task<bool> Mark(OpenJob open, CancellationToken cancellation)
    {
        var given = open.Ticket with { Cancelled = true };
        if (open.Ticket.Cancelled || await records.Replace(given, open.Tag, cancellation) is not { } tag)
        {
            return open.Ticket.Cancelled;
        }

        open.Update(given, tag);
        return true;
    }

    private async Task Refresh(OpenJob open, CancellationToken cancellation)
    {
        if (await records.Read(open.Key, cancellation) is ({ } ticket, { } tag))
        {
            open.Update(ticket, tag);
        }
        else
        {
            open.Close(null);
            board.Remove(open);
        }
    }
}
