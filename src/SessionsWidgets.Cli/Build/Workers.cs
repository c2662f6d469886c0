namespace SessionsWidgets.Cli.Build;

/// <summary>Does the same work for many items at a time.</summary>
internal static class Workers
{
    /// <summary>The number of parallel items. More than processors, since some wait for upstream.</summary>
    private static readonly int MaxCount = Math.Max(4, Environment.ProcessorCount);

    /// <param name="items">The items.</param>
    /// <param name="createRoom">Creates what each worker reuses for all its items.</param>
    /// <param name="work">Does the work for an item.</param>
    /// <param name="cancellationToken">Interrupts the work.</param>
    public static Task RunAsync<TItem, TRoom>(
        IReadOnlyList<TItem> items, Func<TRoom> createRoom, Func<TItem, TRoom, CancellationToken, ValueTask> work,
        CancellationToken cancellationToken)
    {
        var next = -1;
        var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = new Task[Math.Min(MaxCount, items.Count)];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = Task.Run(WorkAsync, CancellationToken.None);
        return EndAsync();

        async Task WorkAsync()
        {
            var room = createRoom();
            try
            {
                while (Interlocked.Increment(ref next) is var index && index < items.Count)
                {
                    stopping.Token.ThrowIfCancellationRequested();
                    await work(items[index], room, stopping.Token);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // Another worker failed and reports it.
            }
            catch
            {
                // The others would fail in the same way, item after item.
                stopping.Cancel();
                throw;
            }
        }

        async Task EndAsync()
        {
            using (stopping) await Task.WhenAll(workers);
        }
    }
}
