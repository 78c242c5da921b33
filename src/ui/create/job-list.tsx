import { JobRow, type JobRowProps } from './job-row'

/** The jobs under way, and those that went wrong. */
export const JobList = ({ jobs, ...more }: Omit<JobRowProps, 'job'>) => (
  <>
    {jobs.all.value
      .filter(({ activity, error, unstored }) => activity !== null || error !== null || unstored !== null)
      .map((job) => (
        <JobRow key={job.id} job={job} jobs={jobs} {...more} />
      ))}
  </>
)
